package com.optymyse.inspire.licensing.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the service may do in its database where it does not connect as the owner of the tables. All that the schema holds
 * is granted, so that a table which a migration adds can't be forgotten; only what is listed here is granted less.
 */
final class ServiceGrants {

    private static final String EVERYTHING = "SELECT, INSERT, UPDATE, DELETE";

    private static final Map<String, String> LESS = Map.of(
            // The audit trail is only added to. Old entries are forgotten by a function that has the owner's rights.
            "audit", "SELECT, INSERT",
            "audit_chain", "SELECT, INSERT, UPDATE",
            "flyway_schema_history", "SELECT");

    private static final String TABLES = relations("relkind IN ('r', 'p')");

    private static final String SEQUENCES = relations("relkind = 'S'");

    /** Triggers run without a right to call them. */
    private static final String FUNCTIONS =
            "SELECT proname, oid::regprocedure FROM pg_proc WHERE prorettype <> 'trigger'::regtype AND "
                    + ofTheOwnerHere("proowner", "pronamespace") + " ORDER BY proname";

    private final Connection connection;

    /** Something that rights are granted on. */
    private record Granted(String name, String quoted) {}

    /** @param connection the owner's, within a transaction */
    ServiceGrants(Connection connection) {
        this.connection = connection;
    }

    /**
     * Gives a role these rights, and takes away what it had beyond them.
     *
     * @throws IllegalArgumentException when there is no such role, or when it is the owner
     */
    void giveTo(String role) throws SQLException {
        for (String statement : statements(quoted(role))) {
            try (Statement grant = connection.createStatement()) {
                grant.execute(statement);
            }
        }
    }

    private List<String> statements(String role) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Granted schema : named("SELECT current_schema(), quote_ident(current_schema())")) {
            statements.add("GRANT USAGE ON SCHEMA " + schema.quoted() + " TO " + role);
        }
        for (Granted table : named(TABLES)) {
            statements.add("REVOKE ALL ON TABLE " + table.quoted() + " FROM " + role);
            statements.add("GRANT " + LESS.getOrDefault(table.name(), EVERYTHING) + " ON TABLE " + table.quoted()
                    + " TO " + role);
        }
        for (Granted sequence : named(SEQUENCES)) {
            statements.add("GRANT USAGE, SELECT ON SEQUENCE " + sequence.quoted() + " TO " + role);
        }
        for (Granted function : named(FUNCTIONS)) {
            // Everybody may call a function at first, and again once it was restored from a dump without rights.
            statements.add("REVOKE ALL ON FUNCTION " + function.quoted() + " FROM PUBLIC");
            statements.add("GRANT EXECUTE ON FUNCTION " + function.quoted() + " TO " + role);
        }
        return statements;
    }

    /** A name that PostgreSQL knows, so that nobody grants to "public", which is everybody. */
    private String quoted(String role) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(
                "SELECT quote_ident(rolname), rolname = current_user FROM pg_roles WHERE rolname = ?")) {
            known.setString(1, role);
            ResultSet found = known.executeQuery();
            if (!found.next()) {
                throw new IllegalArgumentException(
                        "There is no role '" + role + "' in this PostgreSQL. Create it first, then run this again.");
            }
            if (found.getBoolean(2)) {
                throw new IllegalArgumentException("The role '" + role
                        + "' owns the tables and has every right. Name the role that the service connects as.");
            }
            return found.getString(1);
        }
    }

    private static String relations(String kind) {
        return "SELECT relname, format('%I.%I', current_schema(), relname) FROM pg_class WHERE " + kind + " AND "
                + ofTheOwnerHere("relowner", "relnamespace") + " ORDER BY relname";
    }

    private static String ofTheOwnerHere(String owner, String namespace) {
        return "pg_has_role(" + owner + ", 'USAGE') AND " + namespace
                + " = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())";
    }

    private List<Granted> named(String query) throws SQLException {
        return Jdbc.query(connection, query, row -> new Granted(row.getString(1), row.getString(2)));
    }
}
