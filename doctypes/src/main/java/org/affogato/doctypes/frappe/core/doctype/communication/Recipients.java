package org.affogato.doctypes.frappe.core.doctype.communication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Mail;
import org.jsoup.Jsoup;

/** To whom a message goes: not to the standard users, nor as a copy to users who want no threads. */
final class Recipients {
    private static final List<String> STANDARD_USERS = List.of(Context.ADMINISTRATOR, Context.GUEST);

    private final Context context;
    private final Document message;
    private final SequencedSet<String> all = new LinkedHashSet<>();
    private final SequencedSet<String> wanted = new LinkedHashSet<>();

    Recipients(Context context, Document message) {
        this.context = context;
        this.message = message;
        SequencedSet<String> to = addresses("recipients");
        SequencedSet<String> copies = addresses("cc");
        copies.addAll(addresses("bcc"));
        all.addAll(to);
        all.addAll(copies);
        wanted.addAll(all);
        STANDARD_USERS.forEach(wanted::remove);
        copies.removeAll(to);
        withoutThreads(copies).forEach(wanted::remove);
    }

    private SequencedSet<String> addresses(String field) {
        SequencedSet<String> addresses = new LinkedHashSet<>();
        Addresses.of(message.text(field)).forEach(one -> addresses.add(one.address()));
        return addresses;
    }

    private List<String> withoutThreads(SequencedSet<String> addresses) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(addresses.size(), "?"));
        return context.database()
                .query(
                        "SELECT email FROM {User} WHERE thread_notify = 0 AND email IN (" + marks + ")",
                        new ArrayList<>(addresses),
                        row -> row.getString(1));
    }

    /** The addresses that get no mail. */
    List<String> leftOut() {
        return all.stream().filter(address -> !wanted.contains(address)).toList();
    }

    void send() {
        String text = Jsoup.parseBodyFragment(message.text("content")).wholeText();
        wanted.forEach(address -> context.mail(new Mail(address, message.text("subject"), text)));
    }
}
