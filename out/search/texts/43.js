zhibuSearch.put("texts/43",[["institution/duties/index.html","示例大学本级事项对照",[["matrix","本级事项对照","没有学校和基层党委事项的判定。"]]]])
