zhibuSearch.put("texts/35",[["institution/index.html","示例大学本级台账",[["","示例大学本级台账","学校事项\n支部对照总表"]]]])
