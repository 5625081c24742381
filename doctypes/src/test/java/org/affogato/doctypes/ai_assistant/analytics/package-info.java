/** Tests of analytics on a whole site. */
@NullMarked
package org.affogato.doctypes.ai_assistant.analytics;

import org.jspecify.annotations.NullMarked;
