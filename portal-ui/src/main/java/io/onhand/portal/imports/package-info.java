/** Order files of malls that only export: upload, look, commit, and take back. */
package io.onhand.portal.imports;
