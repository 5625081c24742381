package org.affogato.api.auth;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;

/** Users, settings and mails of tests. */
@Singleton
public class Accounts {
    public static final String PASSWORD = "Quiet-Harbour-42";

    /** The database outlives a run. */
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Engine engine;

    @Inject
    MockMailbox mailbox;

    /** An address that nobody had before. */
    public String address(String name) {
        return name + RUN + "@example.com";
    }

    /** Makes a user with the roles; answers the name. */
    public String user(String name, String... roles) {
        String email = address(name);
        engine.run(Context.ADMINISTRATOR, context -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("email", email);
            values.put("first_name", name);
            values.put("new_password", PASSWORD);
            values.put("send_welcome_email", 0);
            values.put(
                    "roles", Stream.of(roles).map(role -> Map.of("role", role)).toList());
            return context.documents().insert(context.documents().create("User", values));
        });
        return email;
    }

    public void change(String user, String field, Object value) {
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .save(context.documents().get("User", user).set(field, value)));
    }

    /** Sets values of a Single. */
    public void set(String single, Map<String, Object> values) {
        engine.run(Context.ADMINISTRATOR, context -> {
            Context free = context.with(Flags.NONE.ignoringMandatory());
            var document = free.documents().get(single, single);
            values.forEach(document::set);
            return free.documents().save(document);
        });
    }

    /** One value of the database. */
    public String value(String sql, Object... values) {
        return engine.run(
                Context.ADMINISTRATOR,
                context ->
                        context.database().query(sql, List.of(values), row -> String.valueOf(row.getString(1))).stream()
                                .findFirst()
                                .orElse(""));
    }

    public void execute(String sql, Object... values) {
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database().execute(sql, values);
            context.touch("access");
            context.touch("sessions");
            context.touch("oauth");
            return sql;
        });
    }

    public void forgetMails() {
        mailbox.clear();
    }

    /** The mails sent to the user so far. */
    public List<Mail> mailsTo(String user) {
        return mailbox.getMailsSentTo(user);
    }

    /** The first part that matches in the newest mail to the user that has it; waits for such a mail. */
    public String inMailTo(String user, String pattern) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (Mail mail : mailsTo(user).reversed()) {
                Matcher matcher = Pattern.compile(pattern).matcher(mail.getText());
                if (matcher.find()) {
                    return matcher.group(matcher.groupCount());
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("No mail to " + user + " matches " + pattern);
    }
}
