/** Tables as files: CSV and spreadsheets. */
@NullMarked
package org.affogato.api.method.desk.export;

import org.jspecify.annotations.NullMarked;
