zhibuSearch.put("texts/11",[["plan/trace/index.html","方案与标准对照",[["gaps","没有对上的","没有标准落到的条款 0 条。\n没有写方案条款的标准 0 项：没有。"]]]])
