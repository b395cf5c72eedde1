zhibuSearch.put("texts/45",[["matrix/index.html","示例大学对照总表",[["","示例大学对照总表","学校的判定和台账\n本级事项对照\n图表"]]]])
