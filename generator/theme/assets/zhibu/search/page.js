/* @part "units.js" */
/* @part "whole.js" */
