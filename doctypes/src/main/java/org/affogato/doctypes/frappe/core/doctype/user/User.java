package org.affogato.doctypes.frappe.core.doctype.user;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.doctypes.frappe.core.doctype.docshare.Sharing;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidEmailAddressError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A person or program that logs in; its name is its e-mail address in lower case. */
public final class User implements DocumentController {
    private static final int LONGEST_IMAGE_ADDRESS = 2000;
    private static final String EMAIL = "[^@\\s<>\",;:]+@[^@\\s<>\",;:]+\\.[^@\\s<>\",;:.]+";

    @Override
    public String doctype() {
        return "User";
    }

    @Override
    public void autoname(Document user, Context context) {
        if (context.flags().inMigrate() && StandardUsers.contains(user.text("first_name"))) {
            user.set("name", user.text("first_name"));
            return;
        }
        String email = user.text("email").strip().toLowerCase(Locale.ROOT);
        user.set("email", email);
        user.set("name", email);
    }

    @Override
    public void validate(Document user, Context context) {
        OwnersReach.keepClosed(user, context);
        String password = newPassword(user, context);
        if (!StandardUsers.contains(user.name())) {
            checkEmail(user.name());
        }
        Roles roles = new Roles(user, context);
        roles.takeProfile();
        warnOfNoRoles(user, context);
        roles.apply();
        applyModuleProfile(user, context);
        user.set("full_name", fullName(user));
        checkDisabling(user, roles, context);
        new Username(user, context).settle();
        checkInboxes(user);
        checkImage(user);
        setTimeZone(user, context);
        store(password, user, context);
        setSubject(user, context);
    }

    private static void warnOfNoRoles(Document user, Context context) {
        boolean desk = user.text("user_type").equals("System User");
        if (desk && user.isNew() && user.rows("roles").isEmpty()) {
            Map<String, Object> attributes = Map.of("title", "No Roles Specified", "indicator", "orange");
            context.answer().message(new Message("User " + user.name() + " has no roles yet.", attributes));
        }
    }

    private static void checkEmail(String address) {
        if (!address.matches(EMAIL)) {
            throw new InvalidEmailAddressError(address + " is no e-mail address");
        }
    }

    private static void applyModuleProfile(Document user, Context context) {
        String profile = user.text("module_profile");
        if (profile.isEmpty()) {
            return;
        }
        user.setRows("block_modules", List.of());
        for (Document row : context.documents().get("Module Profile", profile).rows("block_modules")) {
            context.documents().append(user, "block_modules", Map.of("module", row.text("module")));
        }
    }

    private static String fullName(Document user) {
        return Stream.of(user.text("first_name"), user.text("last_name"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void checkDisabling(Document user, Roles roles, Context context) {
        if (user.check("enabled")) {
            return;
        }
        if (StandardUsers.contains(user.name())) {
            throw new ValidationError("User " + user.name() + " cannot be disabled");
        }
        roles.keepASystemManager();
        new Sessions(context).end(user.name());
    }

    /** The id by which OpenID Connect tells the user to clients: random, and the same for ever. */
    private static void setSubject(Document user, Context context) {
        boolean known = user.rows("social_logins").stream()
                .anyMatch(row -> row.text("provider").equals("frappe"));
        if (!known && !StandardUsers.contains(user.name())) {
            byte[] bytes = new byte[20];
            new SecureRandom().nextBytes(bytes);
            String subject = HexFormat.of().formatHex(bytes).substring(1);
            context.documents().append(user, "social_logins", Map.of("provider", "frappe", "userid", subject));
        }
    }

    private static void checkInboxes(Document user) {
        List<String> accounts = user.rows("user_emails").stream()
                .map(row -> row.text("email_account"))
                .toList();
        if (accounts.stream().distinct().count() != accounts.size()) {
            throw new ValidationError("An Email Account is listed more than once");
        }
    }

    private static void checkImage(Document user) {
        if (user.text("user_image").length() > LONGEST_IMAGE_ADDRESS) {
            throw new ValidationError("The address of the User Image is too long");
        }
    }

    private static void setTimeZone(Document user, Context context) {
        if (user.text("time_zone").isEmpty()) {
            user.set("time_zone", context.timeZone().getId());
        }
    }

    /** The password leaves the document before it is stored: only its hash is kept. Empty where none is given. */
    private static String newPassword(Document user, Context context) {
        String password = user.text("new_password");
        user.set("new_password", "");
        if (password.isEmpty() || password.chars().allMatch(letter -> letter == '*')) {
            return "";
        }
        List<String> personal =
                List.of(user.text("first_name"), user.text("middle_name"), user.text("last_name"), user.text("email"));
        context.secrets().checkStrength(password, personal);
        return password;
    }

    private static void store(String password, Document user, Context context) {
        if (password.isEmpty()) {
            return;
        }
        context.secrets().setPassword(user.name(), password);
        if (!user.isNew() && user.check("logout_all_sessions")) {
            new Sessions(context).end(user.name());
        }
    }

    @Override
    public void afterInsert(Document user, Context context) {
        if (StandardUsers.contains(user.name())) {
            return;
        }
        new Notifications(context).create(user.name());
        if (user.check("send_welcome_email") && !context.flags().inMigrate()) {
            new WelcomeMail(context).send(user);
        }
    }

    @Override
    public void onUpdate(Document user, Context context) {
        if (StandardUsers.contains(user.name())) {
            return;
        }
        new Sharing(context).grantOwnRecord("User", user.name());
        if (!context.flags().inMigrate()) {
            new UserContact(context).follow(user);
        }
        if (user.before() != null && user.hasChanged("enabled")) {
            new Notifications(context).toggle(user.name(), user.check("enabled"));
        }
    }

    @Override
    public void onTrash(Document user, Context context) {
        if (StandardUsers.contains(user.name())) {
            throw new ValidationError("User " + user.name() + " cannot be deleted");
        }
        new Roles(user, context).keepASystemManager();
        new Sessions(context).end(user.name());
        new Traces(context).removeOf(user.name());
    }

    @Override
    public String beforeRename(Document user, String newName, boolean merge, Context context) {
        if (StandardUsers.contains(user.name())) {
            throw new ValidationError("User " + user.name() + " cannot be renamed");
        }
        String name = newName.strip().toLowerCase(Locale.ROOT);
        checkEmail(name);
        return name;
    }

    @Override
    public void afterRename(Document user, String oldName, boolean merge, Context context) {
        new Sessions(context).end(oldName);
        new Traces(context).rename(oldName, user.name());
        context.database().execute("UPDATE {User} SET {User.email} = name WHERE name = ?", user.name());
        context.touch("access");
    }

    /** Administrator and Guest are seen by Administrator only. */
    @Override
    public boolean hasPermission(Document user, Right right, Context context) {
        return context.isAdministrator() || !StandardUsers.contains(user.name());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return context.isAdministrator()
                ? Optional.empty()
                : Optional.of(Condition.not(Condition.in("name", StandardUsers.names())));
    }
}
