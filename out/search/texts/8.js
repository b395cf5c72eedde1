zhibuSearch.put("texts/8",[["plan/trace/index.html","方案与标准对照",[["clauses","从条款看","条款\n任务\n标准\n评价要点与检查方式\n登记"]]]])
