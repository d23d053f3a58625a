package servicehealth

import (
	"slices"
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func TestEvents(t *testing.T) {
	const at = "https://servicehealth.googleapis.com/v1/projects/" + gcptest.Number + "/locations/global/events"
	inv := gcptest.Collect(t, `{"get":{"`+at+`":{"events":[
		{"name":"projects/200000000001/locations/global/events/e1","title":"Slow writes","state":"ACTIVE","startTime":"2026-11-24T06:00:00Z","eventImpacts":[{"product":{"productName":"Cloud Storage"},"location":{"locationName":"europe-west1"}}]},
		{"name":"projects/200000000001/locations/global/events/e2","title":"x"},{"name":"projects/200000000001/locations/global/events/e3","title":"y"}]}}}`, Events)
	var gaps inventory.Gaps
	rows := slices.Collect(Events.All(inv, &gaps))
	if len(rows) != 3 || len(gaps) != 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	places, _ := rows[0].Places.Peek()
	if rows[0].ID != "e1" || rows[0].Name != "Slow writes" || !slices.Equal(places, []string{"europe-west1"}) {
		t.Errorf("%+v", rows[0])
	}
	if _, known := rows[1].State.Peek(); known {
		t.Error("a state that is not told is known")
	}
}
