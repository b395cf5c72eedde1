# make site          安装到 .venv 并生成示例站：site/（公开版）与 site-internal/（党内版）
# make test          代码规范、类型、导入约定、测试；只需要 pip（make lint 只做前三样，make unit 只做测试）
# make coverage      整个测试的分支覆盖，比 make unit 慢一倍多
# make corpus        同一份公文的六百多种写法（文本、Word、WPS、LibreOffice 转存的）是不是都读成一样；需要 LibreOffice，约四分钟
# make bench         和 Hugo、Zensical、MkDocs + Material 比速度；要一个多小时，少量：make bench SIZES=100,400
#                    和改版前的源码目录轮流量：make bench BEFORE=目录；一个规模一个规模地量：make bench SIZES=10000 PEERS=hugo KEEP=1
# make test-browser  浏览器检查；需要 Chromium、Java 17、Node 20，并已 make site
# make lighthouse    五个页面在手机上的 Lighthouse 分数，五次取中位数；要联网装它一次，约五分钟，机器要空闲，并已 make site
# make pictures      重新截说明里的图；需要 Chromium、Node 20，并已 make site
# make wheelhouse    收齐离线安装要的包：wheelhouse/linux、wheelhouse/windows；要网络，约十分钟
# make lock          按 pyproject.toml 重新排定 requirements.lock 里的确切版本

PYTHON ?= python3
BIN := .venv/bin

# 判定、公开、读取、校核四处的每个分支都有测试，由它们自己的测试来量；合计不低于 95% 由 make coverage 看（慢一倍多，每夜跑）。
COMPLETE := generator/disclose/*,generator/evaluate/*,generator/load/*,generator/validate/*
MEASURED := tests/disclose tests/evaluate tests/load tests/model tests/validate \
    tests/edit tests/formats tests/products tests/scenarios $(addprefix tests/cli/test_,$(addsuffix .py,export form import_workbook init))

ALL_SIZES := demo,400,2000,10000,100000
SIZES ?= $(ALL_SIZES)
PEERS ?= hugo,mkdocs,zensical

# requirements.lock 是约束：装什么由 pyproject.toml 定，装哪一版由它定。
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock

.PHONY: site test lint unit coverage corpus test-browser lighthouse bench pictures wheelhouse lock clean

site: .venv/installed
	$(BIN)/zhibu build --audience public --out site
	$(BIN)/zhibu build --audience internal --out site-internal
	@echo
	@echo "已生成两版示例站，直接用浏览器打开即可，不需要服务器："
	@echo "  公开版  site/index.html             手册、空白清单、观摩展示；PDF 在 site/downloads/handbook.pdf"
	@echo "  党内版  site-internal/index.html    另有支部结论、台账、对照表；不要放到公开的网站上"

test: lint unit

lint: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/tested
	$(BIN)/pytest -n auto -m "not browser" --cov --cov-report= $(MEASURED)
	$(BIN)/coverage report --fail-under=100 --include='$(COMPLETE)'
	$(BIN)/pytest -n auto -m "not browser" $(addprefix --ignore=,$(MEASURED))

coverage: .venv/tested
	$(BIN)/pytest -n auto -m "not browser" --cov --cov-report=
	$(BIN)/coverage report --fail-under=95

corpus: .venv/tested
	$(BIN)/python -m tests.corpus
	$(BIN)/python -m tests.corpus.oracle

test-browser:
	tests/browser/run.sh

# 不和别的检查一起装：一百多个包只有它用。
lighthouse:
	npm install --prefix .lighthouse --ignore-scripts --no-audit --no-fund --silent lighthouse@12
	LIGHTHOUSE=.lighthouse/node_modules/lighthouse node tests/browser/lighthouse.mjs site site-internal

bench: | .venv/installed
	$(INSTALL) -e '.[bench]'
	@mkdir -p .bench
	$(BIN)/python tests/performance/run.py --sizes $(SIZES) --peers "$(PEERS)" $(if $(BEFORE),--before $(BEFORE)) \
	    $(if $(KEEP),--keep) $(if $(findstring 400,$(SIZES)),--stages) > .bench/speed.md
	@if [ "$(SIZES)" = "$(ALL_SIZES)" ]; then cp .bench/speed.md docs/help/speed.md; else cat .bench/speed.md; fi

# 要截哪些图写在 tests/browser/pictures.json；页上用到的和截出来的要一样多（tests/contracts/test_pictures.py）。
pictures: | .venv/tested
	[ -d tests/browser/node_modules ] || npm install --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent
	$(BIN)/python -m tests.contracts.pictures

# 没有现成 wheel 的会列出来，退出码是 1。
wheelhouse: | .venv/bin/python
	BIN=$(BIN) .ci/wheelhouse

# 各个平台、Python 3.11 起都用这一份；uv 在这里和 wheelhouse 用。
lock: | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --extra dev --extra bench \
	    --custom-compile-command 'make lock' --output-file requirements.lock pyproject.toml

clean:
	rm -rf site site-internal site-restricted .zhibu

.venv/installed: pyproject.toml requirements.lock | .venv/bin/python
	$(INSTALL) -e .
	@touch $@

.venv/tested: pyproject.toml requirements.lock | .venv/installed
	$(INSTALL) -e '.[dev]'
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	    { echo "需要 Python 3.11 或更新的版本。可以这样指定：make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	    { echo "这个 Python 没有 venv。Debian、Ubuntu 请先运行：apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
