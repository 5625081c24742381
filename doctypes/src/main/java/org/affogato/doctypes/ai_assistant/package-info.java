/** The app {@code ai_assistant}: what an assistant for teams of developers keeps and counts. */
@NullMarked
package org.affogato.doctypes.ai_assistant;

import org.jspecify.annotations.NullMarked;
