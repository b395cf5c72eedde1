zhibuSearch.put("texts/9",[["plan/trace/index.html","方案与标准对照",[["standards","从标准看","标准\n方案条款\n3.1 支部党员大会\n方案 三（二）3"]]]])
