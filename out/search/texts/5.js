zhibuSearch.put("texts/5",[["plan/overdue/index.html","逾期与将到期的任务",[["overdue","期限已过，记录没有显示办结","没有这样的任务。"]]]])
