-- a prequalification is counted as it begins; with its account it may be that a person has to look at it
grant update (review_because) on application_submission to flexpay_app;
