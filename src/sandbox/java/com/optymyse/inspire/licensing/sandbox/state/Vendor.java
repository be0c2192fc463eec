package com.optymyse.inspire.licensing.sandbox.state;

/** The vendor that the sandbox plays: one account that sells one product. */
public final class Vendor {

    /** The account whose keys sign everything. */
    public static final String ACCOUNT = "eed5b9a9-64e1-4b78-a4c1-29286a09b058";

    /** The other name by which the account may be addressed in a path. */
    public static final String ACCOUNT_SLUG = "sandbox";

    /** The product that all demo licenses license. */
    public static final String PRODUCT = "63b65840-d501-4924-ac44-3504ac76a0fa";

    private Vendor() {}
}
