package report

// The parts of SARIF 2.1.0 that are written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool              sarifTool         `json:"tool"`
		AutomationDetails sarifID           `json:"automationDetails"`
		Invocations       []sarifInvocation `json:"invocations"`
		Results           []sarifResult     `json:"results"`
		ColumnKind        string            `json:"columnKind"`
		Properties        map[string]any    `json:"properties,omitempty"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name                string           `json:"name"`
		Version             string           `json:"version"`
		SemanticVersion     string           `json:"semanticVersion,omitempty"`
		Rules               []sarifRule      `json:"rules"`
		SupportedTaxonomies []sarifComponent `json:"supportedTaxonomies,omitempty"`
	}
	// sarifComponent refers to a taxonomy of the run.
	sarifComponent struct {
		Name  string `json:"name"`
		Index int    `json:"index"`
	}
	sarifID struct {
		ID string `json:"id"`
	}
	sarifRule struct {
		ID               string              `json:"id"`
		Name             string              `json:"name"`
		ShortDescription sarifText           `json:"shortDescription"`
		FullDescription  sarifText           `json:"fullDescription"`
		Help             sarifHelp           `json:"help"`
		HelpURI          string              `json:"helpUri,omitempty"`
		Configuration    sarifConfiguration  `json:"defaultConfiguration"`
		Relationships    []sarifRelationship `json:"relationships,omitempty"`
		Properties       map[string]any      `json:"properties"`
	}
	sarifRelationship struct {
		Target sarifReference `json:"target"`
		Kinds  []string       `json:"kinds"`
	}
	// sarifReference refers to a taxon of a taxonomy of the run.
	sarifReference struct {
		ID            string         `json:"id"`
		Index         int            `json:"index"`
		ToolComponent sarifComponent `json:"toolComponent"`
	}
	sarifTaxonomy struct {
		Name             string       `json:"name"`
		ShortDescription sarifText    `json:"shortDescription"`
		Taxa             []sarifTaxon `json:"taxa"`
	}
	sarifTaxon struct {
		ID               string     `json:"id"`
		Name             string     `json:"name,omitempty"`
		ShortDescription *sarifText `json:"shortDescription,omitempty"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		StartTime     string              `json:"startTimeUtc,omitempty"`
		EndTime       string              `json:"endTimeUtc,omitempty"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifText    `json:"message"`
		Rule    *sarifRuleID `json:"associatedRule,omitempty"`
	}
	sarifRuleID struct {
		ID string `json:"id"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Kind         string             `json:"kind,omitempty"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
		Taxa         []sarifReference   `json:"taxa,omitempty"`
		Rank         float64            `json:"rank,omitempty"`
		Properties   map[string]any     `json:"properties,omitempty"`
	}
	sarifSuppression struct {
		Kind          string         `json:"kind"`
		Status        string         `json:"status"`
		Justification string         `json:"justification,omitempty"`
		Properties    map[string]any `json:"properties,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifLogical struct {
		Name               string `json:"name"`
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
)
