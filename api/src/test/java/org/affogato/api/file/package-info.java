/** Uploads, downloads, folders and attachments over HTTP, and where contents lie. */
@NullMarked
package org.affogato.api.file;

import org.jspecify.annotations.NullMarked;
