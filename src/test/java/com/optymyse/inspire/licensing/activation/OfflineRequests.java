package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.admin.ActivationRequest;
import com.optymyse.inspire.licensing.admin.ActivationRequest.Asked;

/** Offline activations as the API reads them. */
public final class OfflineRequests {

    private OfflineRequests() {}

    /** What a request brings; a refusal where the request is refused before the license file is looked at. */
    public static Brought brought(String key, String file) {
        Asked asked = new ActivationRequest("offline", key, file, null, null, null).asked();
        return ((Asked.Offline) asked).brought();
    }
}
