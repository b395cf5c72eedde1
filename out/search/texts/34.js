zhibuSearch.put("texts/34",[["committees/aa/index.html","甲学院党委",[["","甲学院党委","","jxydw"]]]])
