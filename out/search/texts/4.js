zhibuSearch.put("texts/4",[["plan/overdue/index.html","逾期与将到期的任务",[["","逾期与将到期的任务","工作方案\n按期限先后排列，不排名次"]]]])
