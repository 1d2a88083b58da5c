/**
 * The partner API. One package per noun, each with one resource and its JSON records; {@code http} is what they share.
 */
package io.onhand.api;
