zhibuSearch.put("texts/36",[["institution/index.html","示例大学本级台账",[["findings","逐项判定","没有本级事项的判定。"]]]])
