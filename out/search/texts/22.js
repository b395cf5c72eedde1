zhibuSearch.put("texts/22",[["points/list/index.html","观摩点一览表",[["","观摩点一览表","观摩点\n全部开放日历（.ics）"]]]])
