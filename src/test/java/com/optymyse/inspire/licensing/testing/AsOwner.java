package com.optymyse.inspire.licensing.testing;

/** What the owner of the tables can do to them without being a superuser. */
public final class AsOwner {

    private AsOwner() {}

    /** These statements as one, for which the audit trail's triggers do not count. All of it happens, or nothing. */
    public static String withoutTriggers(String... statements) {
        return "ALTER TABLE audit DISABLE TRIGGER USER; " + String.join("; ", statements)
                + "; ALTER TABLE audit ENABLE TRIGGER USER";
    }
}
