/* @part "whole.js" */
