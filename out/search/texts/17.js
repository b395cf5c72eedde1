zhibuSearch.put("texts/17",[["showcases/aa-1/index.html","照着做",[["route","路线","活动室 15 分钟 · 台阶：无\n展板\n可以问怎样改期？\n阅览桌 20 分钟 · 台阶：有\n记录本样例\n可以问谁来记？\n圆桌 10 分钟 · 台阶：不详\n交流\n可以问先学哪一条？"]]]])
