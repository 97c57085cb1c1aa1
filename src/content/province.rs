//! stub
use std::collections::BTreeMap;
use serde::Deserialize;
#[derive(Debug, Deserialize)]
#[serde(rename_all="kebab-case")]
pub struct Provinces { province: Vec<Province> }
#[derive(Debug, Deserialize)]
#[serde(rename_all="kebab-case")]
pub struct Province { pub code: String, pub zh: String, pub zh_short: String, pub en: String, pub administration_zh: String, pub administration_en: String,
 #[serde(default)] pub steers: BTreeMap<String, Steer>, #[serde(default, rename="rule")] pub rules: Vec<ProvinceRule> }
#[derive(Debug, Deserialize)]
#[serde(rename_all="kebab-case")]
pub struct Steer { pub value: String }
#[derive(Debug, Deserialize)]
#[serde(rename_all="kebab-case")]
pub struct ProvinceRule { pub topic: String, pub applies_to: String, pub zh: String, pub en: String, pub source: Vec<String> }
pub enum Found {}
impl Provinces {
  pub fn parse(text:&str)->Result<Self, toml::de::Error>{ toml::from_str(text)}
  pub fn get(&self, code:&str)->Option<&Province>{ self.province.iter().find(|p|p.code==code)}
  pub fn codes(&self)->Vec<String>{ self.province.iter().map(|p|p.code.clone()).collect()}
  pub fn attributes(&self)->BTreeMap<String,Vec<String>>{ let mut m:BTreeMap<String,Vec<String>>=BTreeMap::new(); for p in &self.province { for (k,v) in &p.steers { let e=m.entry(k.clone()).or_default(); if !e.contains(&v.value){e.push(v.value.clone());}}} m}
}
impl Province { pub fn attribute(&self,n:&str)->Option<&str>{ self.steers.get(n).map(|s|s.value.as_str())} }
