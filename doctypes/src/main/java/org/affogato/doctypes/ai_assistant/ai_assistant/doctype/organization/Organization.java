package org.affogato.doctypes.ai_assistant.ai_assistant.doctype.organization;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.affogato.doctypes.ai_assistant.analytics.Roles;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A company or team: its members see it, its managers change it. */
public final class Organization implements DocumentController {
    private static final Set<Right> SEEING = Set.of(Right.SELECT, Right.READ, Right.REPORT, Right.EXPORT, Right.PRINT);

    @Override
    public String doctype() {
        return "Organization";
    }

    @Override
    public void validate(Document organization, Context context) {
        Set<String> users = new HashSet<>();
        for (Document member : organization.rows("members")) {
            if (!users.add(member.text("user"))) {
                throw new ValidationError(member.text("user") + " is a member already");
            }
        }
    }

    @Override
    public boolean hasPermission(Document organization, Right right, Context context) {
        if (organization.isNew() || Roles.seesAll(context)) {
            return true;
        }
        return organization.rows("members").stream()
                .filter(member -> member.text("user").equals(context.user()))
                .anyMatch(
                        member -> SEEING.contains(right) || member.text("role").equals("manager"));
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        if (Roles.seesAll(context)) {
            return Optional.empty();
        }
        return Optional.of(Condition.anyRow("members", Condition.equal("user", context.user())));
    }
}
