zhibuSearch.put("texts/42",[["institution/duties/index.html","示例大学本级事项对照",[["","示例大学本级事项对照","支部对照总表"]]]])
