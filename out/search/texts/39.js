zhibuSearch.put("texts/39",[["institution/charts/index.html","示例大学图表",[["standards","按标准","标准\n已到期且已核对的\n无记录\n待人工评\n3.1 支部党员大会\n2 条中符合 0 条\n一个支部在一项标准上的定量、定性各算一条。图里标 * 的是另一个标准集另行规定的，表里写了哪一个。"]]]])
