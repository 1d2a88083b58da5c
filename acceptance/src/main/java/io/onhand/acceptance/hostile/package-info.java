/** Hostile input: requests that nobody means well, made from the served OpenAPI document and sent byte by byte. Every answer must be clear, and a refused request must have changed nothing. */
package io.onhand.acceptance.hostile;
