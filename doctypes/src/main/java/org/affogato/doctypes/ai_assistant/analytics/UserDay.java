package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;

/** One user's day, in the site's time zone. */
record UserDay(String user, LocalDate day) {}
