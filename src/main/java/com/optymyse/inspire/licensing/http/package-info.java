/**
 * What holds for every HTTP request, whoever calls: limits of headers and body, the time that a body may take, request ids,
 * allowed methods and the headers for caches. Imports {@code problem}, {@code audit} and {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.http;

import org.jspecify.annotations.NullMarked;
