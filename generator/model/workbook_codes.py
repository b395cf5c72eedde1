"""The problem codes of workbooks and tables that come from outside; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

WORKBOOK_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "T101": ProblemCode("工作簿打不开", _ERROR, "文件不完整，或不是表格软件写的"),
        "T102": ProblemCode("工作簿设有密码", _ERROR, "设了打开密码的文件读不出内容"),
        "T103": ProblemCode("不是 .xlsx 工作簿", _ERROR, "只读 .xlsx 和 .csv；改扩展名不改变文件的格式"),
        "T104": ProblemCode("工作簿带有宏", _ERROR, "宏是程序，台账的工作簿不需要"),
        "T105": ProblemCode("工作簿引用了别的文件", _ERROR, "单元格的值在另一个文件里，读不到"),
        "T106": ProblemCode("工作簿过大", _ERROR, "文件过大，或压缩得太狠，解开会占满内存"),
        "T107": ProblemCode("工作簿里没有工作表", _ERROR, "没有可以读的表"),
        "T108": ProblemCode("工作表重名", _ERROR, "两张同名的表，不知道以哪张为准"),
        "T109": ProblemCode("有大片空行", _WARNING, "只有格式、没有内容的行略过不读"),
        "T110": ProblemCode("表太大", _ERROR, "内容离表头太远，或多得不像一个单位一年的台账"),
        "T111": ProblemCode("工作表的名称不对", _ERROR, "表的名称就是台账里的键，改了名就对不上"),
        "T112": ProblemCode("没有找到表头", _ERROR, "表头写的是台账里的键，没有它不知道哪一列是什么"),
        "T113": ProblemCode("列名不对", _ERROR, "列名写错了，又缺少很像的一列"),
        "T114": ProblemCode("同一列写了两次", _ERROR, "两列是同一个栏目，不知道以哪列为准"),
        "T115": ProblemCode("缺少必填的列", _ERROR, "没有这一列，每一行都不完整"),
        "T116": ProblemCode("有隐藏的行或列", _WARNING, "隐藏、筛选掉的内容也在文件里，照样读"),
        "T117": ProblemCode("表上有图片", _WARNING, "图片、图表不导入"),
        "T118": ProblemCode("不认识的列", _WARNING, "没有对应栏目的列不导入，留在退回的工作簿里"),
        "T119": ProblemCode("不认识的工作表", _WARNING, "没有对应台账的表不导入，留在退回的工作簿里"),
        "T121": ProblemCode("公式没有结果", _ERROR, "写这个文件的程序没有算出公式的值，格子里其实是空的"),
        "T122": ProblemCode("格子里是错误值", _ERROR, "公式算错了，如 #N/A、#REF!"),
        "T123": ProblemCode("格子里是图片", _ERROR, "图片里的内容读不出来"),
        "T124": ProblemCode(
            "存成了数，看不出原来怎么写", _ERROR, "表格软件把 3.10 存成数 3.1，月份、编号末尾的 0 就没有了"
        ),
        "T125": ProblemCode("日期有几种读法", _ERROR, "没有写明年份，或两位数看不出是年还是日"),
        "T126": ProblemCode("星期与日期不一致", _ERROR, "写的星期不是那一天的星期，日期和星期有一个写错了"),
        "T127": ProblemCode("存成了日期，看不出原来怎么写", _ERROR, "表格软件把 3-14、1-2 一类的内容变成了日期"),
        "T131": ProblemCode("不是这次导入的单位", _ERROR, "工作簿写明是哪个单位的，导入的范围里没有它"),
        "T133": ProblemCode("不是这一年的工作簿", _ERROR, "工作簿写明是哪一年的，与导入的年度不同"),
        "T134": ProblemCode("工作簿的格式版本不同", _ERROR, "表的编排可能不同，不能照着读"),
        "T135": ProblemCode("不知道是哪个单位的", _ERROR, "不是从本程序导出的工作簿，里面没有写明单位"),
        "T136": ProblemCode("只有一条的表写了两条", _ERROR, "这张表一年只有一条"),
        "T137": ProblemCode("和样例一样的一行", _WARNING, "“标识”一列删掉以后，样例和真的一条分不开"),
    }
)
