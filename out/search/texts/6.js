zhibuSearch.put("texts/6",[["plan/overdue/index.html","逾期与将到期的任务",[["upcoming","还没有到期限","没有这样的任务。"]]]])
