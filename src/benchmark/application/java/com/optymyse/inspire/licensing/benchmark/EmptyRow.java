package com.optymyse.inspire.licensing.benchmark;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Without an entity there are no sessions. Its table is never read. */
@Entity
public class EmptyRow {

    @Id
    Long id;
}
