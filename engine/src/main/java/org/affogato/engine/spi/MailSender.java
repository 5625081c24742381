package org.affogato.engine.spi;

import org.affogato.engine.error.OutgoingEmailError;

/** Hands mail to a server. Apps use {@link Context#mail}, which waits for the commit. Frappe: {@code sendmail}. */
public interface MailSender {
    /** Where no mail server is set. */
    MailSender NONE = new MailSender() {
        @Override
        public boolean isConfigured() {
            return false;
        }

        @Override
        public void send(Mail mail) {
            throw new OutgoingEmailError("No mail server is set up");
        }
    };

    /** Whether a mail server is set at all. */
    boolean isConfigured();

    /** Takes the mail over; delivery goes on beside the caller. */
    void send(Mail mail);
}
