package org.affogato.doctypes.frappe.desk.doctype.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidDates;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A calendar event; private ones are seen by their owner only. */
public final class Event implements DocumentController {
    @Override
    public String doctype() {
        return "Event";
    }

    @Override
    public void validate(Document event, Context context) {
        if (event.get("starts_on") == null) {
            event.set("starts_on", context.now());
        }
        if (event.get("starts_on") instanceof LocalDateTime start
                && event.get("ends_on") instanceof LocalDateTime end) {
            checkTimes(event, start, end);
        }
        if (!event.check("sync_with_google_calendar")) {
            event.set("add_video_conferencing", 0L);
        } else if (event.text("google_calendar").isEmpty()) {
            throw new ValidationError("Select the Google Calendar that the event goes to");
        }
    }

    private static void checkTimes(Document event, LocalDateTime start, LocalDateTime end) {
        if (start.equals(end)) {
            event.set("ends_on", null);
            return;
        }
        if (end.toLocalDate().isBefore(start.toLocalDate())) {
            throw new InvalidDates("The event ends before it starts");
        }
        boolean spansDays = !start.toLocalDate().equals(end.toLocalDate());
        if (event.text("repeat_on").equals("Daily") && spansDays) {
            throw new ValidationError("An event that repeats daily ends on the day it starts");
        }
    }

    @Override
    public void beforeSave(Document event, Context context) {
        new Participants(event, context).fillAddresses();
    }

    @Override
    public void onUpdate(Document event, Context context) {
        new Participants(event, context).tell();
    }

    @Override
    public void onTrash(Document event, Context context) {
        new Participants(event, context).forget();
    }

    /** Closes the open events that ended before today, or do not repeat any more. */
    public static void closePast(Context context) {
        LocalDate today = context.now().toLocalDate();
        context.database()
                .execute(
                        "UPDATE {Event} SET status = 'Closed' WHERE status = 'Open' AND (ends_on < ? OR repeat_till < ?)",
                        today,
                        today);
    }

    @Override
    public boolean hasPermission(Document event, Right right, Context context) {
        return event.text("event_type").equals("Public") || event.owner().equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return Optional.of(
                Condition.or(Condition.equal("event_type", "Public"), Condition.equal("owner", context.user())));
    }
}
