package com.optymyse.inspire.licensing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class DeclaredRefusalsTest {

    @Test
    void byOperationId_methodAndClass_together() throws IOException {
        assertThat(refusals(ForAdmins.class))
                .containsEntry(
                        "change", withToken(RefusalCode.STARTING, RefusalCode.LICENSE_EXPIRED, RefusalCode.FORBIDDEN));
    }

    @Test
    void byOperationId_annotationThatDeclaresSome_itsOwnToo() throws IOException {
        assertThat(refusals(Shared.class, Expires.class))
                .containsEntry("shared", withToken(RefusalCode.LICENSE_EXPIRED, RefusalCode.CLOCK_WRONG));
    }

    @Test
    void byOperationId_accessOfTheMethod_goesBeforeThatOfTheClass() throws IOException {
        assertThat(refusals(ForAdmins.class))
                .containsEntry("known", withToken(RefusalCode.STARTING))
                .containsEntry("everybody", Set.of(RefusalCode.STARTING));
    }

    @Test
    void byOperationId_nothingSaidAboutAccess_needsAToken() throws IOException {
        assertThat(refusals(Silent.class)).containsEntry("called otherwise", withToken());
    }

    @Test
    void byOperationId_hiddenOrNoOperation_leftOut() throws IOException {
        assertThat(refusals(Silent.class)).containsOnlyKeys("called otherwise");
    }

    /** What every operation that needs a token declares, and more. */
    private static Set<RefusalCode> withToken(RefusalCode... more) {
        Set<RefusalCode> codes = EnumSet.of(RefusalCode.UNAUTHORIZED, RefusalCode.IDENTITY_PROVIDER_UNREACHABLE);
        codes.addAll(List.of(more));
        return codes;
    }

    private static Map<String, Set<RefusalCode>> refusals(Class<?>... resources) throws IOException {
        return DeclaredRefusals.byOperationId(Index.of(resources));
    }

    /** Abstract, so that it is not served when the whole service is tested. */
    @Path("/for-admins")
    @RolesAllowed("Admin")
    @Refuses(RefusalCode.STARTING)
    abstract static class ForAdmins {

        @POST
        @Refuses(RefusalCode.LICENSE_EXPIRED)
        public void change() {}

        @GET
        @Authenticated
        public void known() {}

        @DELETE
        @PermitAll
        public void everybody() {}
    }

    @Refuses(RefusalCode.LICENSE_EXPIRED)
    @interface Expires {}

    @Path("/shared")
    abstract static class Shared {

        @GET
        @Expires
        @Refuses(RefusalCode.CLOCK_WRONG)
        public void shared() {}
    }

    @Path("/silent")
    abstract static class Silent {

        @GET
        @Operation(operationId = "called otherwise")
        public void called() {}

        @PUT
        @Operation(hidden = true)
        public void hidden() {}

        public void noOperation() {}
    }
}
