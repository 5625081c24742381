/** Replays recorded answers of a real Frappe against this application. */
@NullMarked
package org.affogato.api.scenario;

import org.jspecify.annotations.NullMarked;
