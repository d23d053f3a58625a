package logging

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

func TestSinkOfAllEntries(t *testing.T) {
	required := through("projects/"+number+"/locations/global/buckets/_Required", `LOG_ID("cloudaudit.googleapis.com/activity") OR LOG_ID("externalaudit.googleapis.com/activity")`)
	const archive = "storage.googleapis.com/archive"
	checktest.Run(t, SinkOfAllEntries, []checktest.Case{
		{Name: "what every project has", Have: project(required), Want: fail},
		{Name: "everything", Have: project(required, through(archive, "")), Want: pass},
		{Name: "everything, in words", Have: project(through(archive, "severity >= DEFAULT")), Want: pass},
		{Name: "with an exclusion", Have: project(through(archive, "", func(k *logging.Sink) { k.Exclusions = inventory.Of([]string{"severity<ERROR"}) })), Want: fail},
		{Name: "off", Have: project(through(archive, "", func(k *logging.Sink) { k.Disabled = inventory.Of(true) })), Want: fail},
		{Name: "a filter that is not understood", Have: project(through(archive, "(")), Want: fail},
		{Name: "a hidden filter", Have: project(through(archive, "", func(k *logging.Sink) { k.Filter = inventory.Missing[string](checktest.Dark) })), Want: unknown},
		{Name: "hidden", Have: project(func(p *logging.Project) { p.Sinks = inventory.Missing[[]logging.Sink](checktest.Dark) }), Want: unknown},
	})
}
