/** A merchant's own file format: which column of a file tells which field, said by a person who sees the file's rows. */
package io.onhand.portal.format;
