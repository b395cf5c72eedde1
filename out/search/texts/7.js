zhibuSearch.put("texts/7",[["plan/trace/index.html","方案与标准对照",[["","方案与标准对照","工作方案\n由标准的依据和任务写明的标准推出"]]]])
