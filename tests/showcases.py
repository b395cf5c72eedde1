"""A showcase of the smallest sound size, as text: what its front matter must hold for a visit, and the story it must tell."""

from __future__ import annotations

HIGHLIGHTS = """看点:
  - {看点: 一年一张表, 标准: "3.1", 物件: 年历, 性质: 原件, 站点: 活动室}
  - {看点: 一月一小结, 标准: "3.1", 物件: 记录本, 性质: 样例, 站点: 阅览桌}
  - {看点: 一事一回音, 标准: "3.1", 物件: 办结单, 性质: 复制, 站点: 圆桌}
"""
ROUTE = """路线:
  - {站点: 活动室, 分钟: 15, 看什么: 展板, 问什么: 怎样改期？, 台阶: 无}
  - {站点: 阅览桌, 分钟: 20, 看什么: 记录本样例, 问什么: 谁来记？, 台阶: 有}
  - {站点: 圆桌, 分钟: 10, 看什么: 交流, 问什么: 先学哪一条？, 台阶: 不详}
"""
OPENING = """开放:
  方式: 预约
  时段: [{每: 周, 星期: 四, 自: "14:30", 至: "16:30"}]
  每批人数: 12
  提前几天: 3
  联系: {部门: 学院党委办公室, 职务: 组织委员}
  集合处: 一层门厅
"""
GETTING_THERE = """怎么到: {楼: 信息楼, 层: 二层, 门: 北门, 最后五十米: 进门上二层左转, 台阶: 有, 电梯: 无, 卫生间: 有, 座位: 不详, 助听: 无}
"""
VISIT = HIGHLIGHTS + ROUTE + OPENING + GETTING_THERE
"""The keys without which there is no showcase, beside 标题 and 一句话."""

STORY = """
## 没做成、还在改

补学还没有人管。

## 适合谁、不适合谁

适合人在一层楼的，不适合天天换班的。
"""
"""The two parts that every story must have."""
