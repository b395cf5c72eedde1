zhibuSearch.put("texts/32",[["branches/aa-2/index.html","甲学院第二党支部",[["","甲学院第二党支部","","jxydedzb"]]]])
