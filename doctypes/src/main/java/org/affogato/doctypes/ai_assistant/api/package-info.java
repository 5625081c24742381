/** The app's whitelisted methods, one class a module. */
@NullMarked
package org.affogato.doctypes.ai_assistant.api;

import org.jspecify.annotations.NullMarked;
