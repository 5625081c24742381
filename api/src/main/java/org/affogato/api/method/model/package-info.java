/** What Frappe keeps beside its document model: renames, user settings, mappers. */
@NullMarked
package org.affogato.api.method.model;

import org.jspecify.annotations.NullMarked;
