/** Lists: rows, counts, figures of the sidebar, exports, deletions, settings. */
@NullMarked
package org.affogato.api.method.desk.list;

import org.jspecify.annotations.NullMarked;
