zhibuSearch.put("directory",{"pairs":32,"letters":4,"block":1,"size":49,"kinds":{"标准":0,"任务":4,"观摩":12,"支部":31,"党委":33,"方法":48},"pages":"##$#%'#+$&%####%&%%"})
