package org.affogato.api.mail;

import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.spi.Mail;
import org.affogato.engine.spi.MailSender;
import org.jboss.logging.Logger;

/** Sends mail by SMTP beside the request; a server that is away for a moment is tried again. */
@Singleton
public class SmtpMailSender implements MailSender {
    private static final Logger LOG = Logger.getLogger(SmtpMailSender.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Mailer mailer;
    private final boolean configured;

    public SmtpMailSender(Mailer mailer, AffogatoSettings settings) {
        this.mailer = mailer;
        this.configured = settings.mail().from().filter(from -> !from.isBlank()).isPresent();
        if (settings.serving() && !configured) {
            LOG.info("Mail is off: affogato.mail.from is not set");
        }
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public void send(Mail mail) {
        Thread.ofVirtual().name("mail").start(() -> deliver(mail));
    }

    private void deliver(Mail mail) {
        for (int attempt = 1; !attempt(mail, attempt); attempt++) {
            if (attempt == ATTEMPTS || !pause()) {
                return;
            }
        }
    }

    private boolean attempt(Mail mail, int attempt) {
        try {
            mailer.send(io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text()));
            return true;
        } catch (RuntimeException failure) {
            LOG.warnf("%s could not be sent (attempt %d of %d): %s", mail, attempt, ATTEMPTS, failure.getMessage());
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
