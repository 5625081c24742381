/** Files: where their contents lie, upload, download, folders and attachments. */
@NullMarked
package org.affogato.api.file;

import org.jspecify.annotations.NullMarked;
