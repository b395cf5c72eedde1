/* @part "index.js" */
/* @part "query.js" */
/* @part "ask.js" */
/* @part "box.js" */
